export const germanExport = {};
