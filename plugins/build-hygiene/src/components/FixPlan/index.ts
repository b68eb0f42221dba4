/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
export { chosenPlan, type ChosenFixes } from './chosenPlan';
export { FixChoiceContext } from './FixChoiceContext';
export { FixList } from './FixList';
export { FixPlanSection } from './FixPlanSection';
export { reasonOf } from './reasonOf';
export { rulesOfPlan } from './rulesOfPlan';
export { ScoreWay } from './ScoreWay';
export { useFixChoice, type FixChoice } from './useFixChoice';
export { useFixPreview } from './useFixPreview';
