// The pretend backend reads what it is sent by schemas, which would try whether the page's policy lets them compile: a report for nothing.
(globalThis as {__zod_globalConfig?: object}).__zod_globalConfig = {jitless: true};

export {};
