declare module '@20minutes/s3rver' {
  /** A server that speaks S3 and checks signatures, on a folder. */
  export default class S3rver {
    constructor(options: {
      readonly address: string;
      readonly port: number;
      readonly silent: boolean;
      readonly directory: string;
      readonly resetOnClose?: boolean;
      readonly configureBuckets: readonly {readonly name: string}[];
    });
    run(): Promise<{readonly port: number}>;
    close(): Promise<void>;
  }
}
