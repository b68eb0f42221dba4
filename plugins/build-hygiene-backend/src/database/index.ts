/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { applyMigrations } from './applyMigrations';
export { BuildPullStore, type BuildPullState } from './BuildPullStore';
export { BuildStore } from './BuildStore';
export { CampaignStore } from './CampaignStore';
export { createStores } from './createStores';
export { mayBeIncident } from './incidentOfBuild';
export { ModuleSourceStore } from './ModuleSourceStore';
export { noSuchService } from './noSuchService';
export { NoticeStore } from './NoticeStore';
export * from './noticeTypes';
export { type ServiceDockerfiles } from './serviceDockerfiles';
export { ServiceStore } from './ServiceStore';
export { type StoredWaiver } from './waiverRows';
export { WaiverStore } from './WaiverStore';
export * from './types';
