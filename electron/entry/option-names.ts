import type { AppError } from '../../shared/errors/errors.ts';

/** What the user typed for each part of what the host is asked. */
const options: Readonly<Record<string, string>> = {
  label: '--edition',
  title: '--title',
  subtitle: '--subtitle',
  municipality: '--municipality',
  'adoption.body': '--adopted-by',
  'adoption.date': '--adopted-on',
  'adoption.paper': '--paper',
  alternativeText: '--alt',
  portrait: '--portrait',
  expiresAt: '--expires',
  institution: '--institution',
};

/** An error of the host with its argument under the name of the option that gave it. */
export function withOptionName(error: AppError): AppError {
  if (error.code !== 'argument-invalid') return error;
  const { argument } = error.details;
  return { ...error, details: { ...error.details, argument: options[argument] ?? argument } };
}
