/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  DefaultEntityFilters,
  EntityAutocompletePicker,
} from '@backstage/plugin-catalog-react';
import { gradeLabel } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { GradeFilter } from './GradeFilter';

type GradeFilters = DefaultEntityFilters & { buildHygieneGrade?: GradeFilter };

/**
 * Filters the catalog by grade. Shows nothing where no entity has one, as
 * without the module that labels them.
 */
export function BuildHygieneGradePicker() {
  const { t } = useTranslation();
  return (
    <EntityAutocompletePicker<GradeFilters, 'buildHygieneGrade'>
      label={t('catalogFilter.grade')}
      name="buildHygieneGrade"
      path={`metadata.labels.${gradeLabel}`}
      Filter={GradeFilter}
      showCounts
    />
  );
}
