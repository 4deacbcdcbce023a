export const germanPrintPreview = {};
