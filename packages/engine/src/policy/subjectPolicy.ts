/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Rule } from '../rules/types';
import { Policy, SubjectPolicy } from './types';

/** What a rule gets of a policy; undefined without one. */
export function subjectPolicy(
  policy: Policy | undefined,
  { id }: Rule,
): SubjectPolicy | undefined {
  return (
    policy && {
      privateModules: policy.privateModules,
      registries: policy.registries,
      parameters: policy.rules[id]?.parameters ?? {},
    }
  );
}
