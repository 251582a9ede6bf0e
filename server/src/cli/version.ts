/** The version as the build writes it in. */
export const version = process.env.SECOND_SOURCE_VERSION ?? 'development';
