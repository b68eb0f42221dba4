/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FixesField } from './FixesField';
import { fixesFieldSchema } from './fixesFieldSchema';
import { validateFixes } from './validateFixes';

/** The field for the new frontend system. */
export const fixesFormField = createFormField({
  name: 'BuildHygieneFixes',
  component: FixesField,
  validation: validateFixes,
  schema: fixesFieldSchema,
});
