/** Why a file was not read, as the end of the sentence "budget.txt was not read: ...". */
export const faultReasons = {
  notFound: 'it is no longer there',
  denied: 'permission was denied',
  folder: 'it is a folder',
  other: 'it could not be read',
} as const;

/** The reason in whatever Node threw. */
export function faultReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return faultReasons.notFound;
    case 'EACCES':
    case 'EPERM':
      return faultReasons.denied;
    case 'EISDIR':
      return faultReasons.folder;
    case 'ELOOP':
      return 'it is a symbolic link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENXIO':
    case 'ENODEV':
      return 'it is not a regular file';
    default:
      return code === '' ? faultReasons.other : `${faultReasons.other} (${code})`;
  }
}
