/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ApiHolder } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  BuildHygieneApi,
  ServiceDetail,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { buildHygieneTranslationRef, Translate } from '../../translation';
import { reasonOf } from '../FixPlan/reasonOf';
import { rulesOfPlan } from '../FixPlan/rulesOfPlan';
import { FixesValue } from './fixesFieldSchema';
import { obstacleOf } from './obstacleOf';

/** Whether the chosen fixes still hold for the service, and are those that were shown. */
export const validateFixes: CustomFieldValidator<
  FixesValue,
  { needsRepository?: boolean }
> = async (value, validation, { apiHolder, uiSchema }) => {
  const t = translateBy(apiHolder);
  const api = apiHolder.get(buildHygieneApiRef);
  if (!value?.service) {
    validation.addError(t('fix.form.noService'));
    return;
  }
  if (!api) {
    return;
  }
  try {
    const detail = await api.getService(value.service);
    const obstacle = obstacleOf(detail, {
      needsRepository: uiSchema?.['ui:options']?.needsRepository ?? false,
    });
    if (obstacle) {
      validation.addError(t(`fix.form.obstacle.${obstacle}`));
      return;
    }
    const problem = await problemOf(value, { api, detail, t });
    if (problem !== undefined) {
      validation.addError(problem);
    }
  } catch (error) {
    validation.addError(t('fix.plan.failed', { reason: reasonOf(error) }));
  }
};

async function problemOf(
  { rules = [], diffDigest }: FixesValue,
  options: { api: BuildHygieneApi; detail: ServiceDetail; t: Translate },
): Promise<string | undefined> {
  const { api, detail, t } = options;
  const all = rulesOfPlan(detail);
  const chosen = all.filter(rule => rules.includes(rule));
  if (chosen.length === 0) {
    return t('fix.form.noFix');
  }
  if (chosen.length === all.length) {
    return digestProblem(diffDigest, detail.planDigest, t);
  }
  const { entityRef } = detail;
  const plan = await api.planFixes({ entityRef, rules: chosen });
  const missing = chosen.filter(
    id => !plan.fixes.some(({ rule }) => rule === id),
  );
  return missing.length > 0
    ? t('fix.form.notAlone', { rules: missing.join(', ') })
    : digestProblem(diffDigest, plan.diffDigest, t);
}

function digestProblem(
  shown: string | undefined,
  present: string | undefined,
  t: Translate,
): string | undefined {
  if (shown === present) {
    return undefined;
  }
  return t(shown === undefined ? 'fix.form.wait' : 'fix.form.changed');
}

/** Validators are no components: the language comes from the API. */
function translateBy(apiHolder: ApiHolder): Translate {
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(buildHygieneTranslationRef);
  if (!snapshot?.ready) {
    // The field, which is on the page, has the texts loaded.
    throw new Error('The texts of the field are not loaded');
  }
  return snapshot.t;
}
