/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
export { FixChoiceContext } from './FixChoiceContext';
export { FixPlanSection, reasonOf } from './FixPlanSection';
export { useFixChoice, type FixChoice } from './useFixChoice';
