/** What went wrong with a file, as the end of the sentence "budget.txt was not read: ...". Takes whatever was thrown. */
export function faultReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it is no longer there';
    case 'EACCES':
    case 'EPERM':
      return 'permission was denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ELOOP':
      return 'it is a symbolic link that leads back to itself';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENXIO':
    case 'ENODEV':
      return 'it is not a regular file';
    default:
      return code === '' ? 'it could not be read' : `it could not be read (${code})`;
  }
}
