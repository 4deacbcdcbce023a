/** The most bytes that a document may have to be read, of whatever format; windows refuse larger ones before sending. */
export const MAX_SOURCE_BYTES = 200_000_000;
