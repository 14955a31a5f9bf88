/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], {type: 'text/csv;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it when the task is over.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
