/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { BuildHygieneDocument } from '@build-hygiene/plugin-build-hygiene-common';
import { Surface } from '../Surface';
import { GradeMark } from '../Tone';
import styles from './BuildHygieneSearchResult.module.css';

/** A service that was found: its grade, and what is open. */
export function BuildHygieneSearchResult(props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { result, highlight } = props;
  if (!result) {
    return null;
  }
  const { grade } = result as unknown as BuildHygieneDocument;
  const highlighted = (field: 'title' | 'text'): ReactNode =>
    highlight?.fields[field] ? (
      <HighlightedSearchResultText
        text={highlight.fields[field]}
        preTag={highlight.preTag}
        postTag={highlight.postTag}
      />
    ) : (
      result[field]
    );
  return (
    <Surface>
      <div className={styles.result}>
        <GradeMark grade={grade} />
        <div className={styles.words}>
          <Link noTrack to={result.location} className={styles.title}>
            {highlighted('title')}
          </Link>
          <p className={styles.text}>{highlighted('text')}</p>
        </div>
      </div>
    </Surface>
  );
}
