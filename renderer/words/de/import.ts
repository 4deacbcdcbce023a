export const germanImport = {};
