/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { VertexRole } from '../vertexName';

/**
 * What people look for first.
 *
 * @public
 */
export type FailureKind =
  | 'network'
  | 'auth'
  | 'filesystem'
  | 'command'
  | 'configuration'
  | 'cache'
  | 'resource'
  | 'infrastructure'
  | 'unknown';

/** A wording by which a failure class shows itself. */
export interface FailureSignature {
  /** Named groups fill the placeholders of the class's message. */
  pattern: RegExp;
  /**
   * `certain` wordings decide on the first line that shows one; `likely` ones
   * count only when no line shows a certain one.
   */
  strength?: 'likely';
  /** Only in vertices of these roles; `none`: the build failed outside of one. */
  roles?: readonly (VertexRole | 'none')[];
  /** Only when the failed step's name matches. */
  step?: RegExp;
  /** Not when one of the next lines matches: a deeper cause follows. */
  unlessFollowedBy?: RegExp;
}

export interface FailureClass {
  /** Such as `goproxy.404`. */
  id: string;
  kind: FailureKind;
  title: string;
  /** One sentence; `{name|fallback}` takes the signature's group of that name. */
  message: string;
  transient: boolean;
  fix: string;
  rules: readonly string[];
  signatures: readonly FailureSignature[];
}
