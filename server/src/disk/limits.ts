/** The size up to which a file is read, in bytes. The longest court judgment stays under it. */
export const defaultMaxBytes = 1024 * 1024;

/** The most files taken from one folder: a home folder opened by mistake must not be indexed whole. */
export const defaultMaxFiles = 20_000;

/** Why a file of `size` bytes is not read, as the end of the sentence "minutes.txt was not read: ...". */
export const tooLarge = (size: number, maxBytes: number): string =>
  `it is larger than ${megabytes(maxBytes)} (${megabytes(size)})`;

/** A size for people: `1 MB`, `12 KB`. */
export const megabytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1024 * 1024)).toFixed(1).replace('.0', '')} MB`;

/** What is logged of a folder with more than `maxFiles` files that may be articles. */
export const tooMany = (folder: string, maxFiles: number): string =>
  `${folder} holds more than ${maxFiles} files that may be articles; the rest were left out.`;
