export const germanEditions = {};
