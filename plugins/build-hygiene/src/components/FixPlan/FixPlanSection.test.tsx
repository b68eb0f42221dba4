/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ReportedPlan } from '@build-hygiene/engine';
import { FixPlanSection } from './FixPlanSection';

const plan: ReportedPlan = {
  fixes: [
    {
      rule: 'cache/deps-before-source',
      unit: 'Dockerfile',
      title: 'Copy the module files before the sources',
      safety: 'safe',
      scoreAfter: 62,
    },
    {
      rule: 'image/shell-form',
      unit: 'Dockerfile',
      title: 'Start the program directly',
      safety: 'needs-review',
      review: 'Check the arguments.',
      scoreAfter: 70,
    },
  ],
  diff: `diff --git a/Dockerfile b/Dockerfile
--- a/Dockerfile
+++ b/Dockerfile
@@ -1,2 +1,2 @@
 FROM alpine:3.24
-CMD /app
+CMD ["/app"]
`,
};

describe('FixPlanSection', () => {
  it('shows the way of the score, fix by fix', async () => {
    await renderInTestApp(<FixPlanSection plan={plan} score={41} />);
    expect(
      screen.getByLabelText('The score goes from 41 to 70'),
    ).toBeInTheDocument();
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringContaining('62'),
      expect.stringContaining('70'),
    ]);
    expect(within(items[0]).queryByText('Needs a look')).toBeNull();
    expect(within(items[1]).getByText('Needs a look')).toBeInTheDocument();
  });

  it('shows what a fix saves, and by what that is known', async () => {
    const [first, second] = plan.fixes;
    const savings = { seconds: 41.6, source: 'measured' } as const;
    await renderInTestApp(
      <FixPlanSection
        plan={{
          fixes: [
            { ...first, savings },
            { ...second, savings: { ...savings, source: 'published' } },
            { ...second, rule: 'a/b', savings: { ...savings, seconds: -3 } },
          ],
        }}
        score={41}
      />,
    );
    const saved = screen.getAllByText(/^Saves /).map(one => one.textContent);
    expect(saved).toEqual([
      expect.stringMatching(/^Saves 42 .* a build$/),
      expect.stringMatching(/^Saves ≈ 42 .* a build$/),
    ]);
  });

  it('shows the changes when asked to', async () => {
    await renderInTestApp(<FixPlanSection plan={plan} score={41} />);
    expect(screen.queryByText('CMD ["/app"]')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all changes' }),
    );
    expect(screen.getByLabelText('Change of Dockerfile')).toHaveTextContent(
      'CMD ["/app"]',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the changes' }),
    );
    expect(screen.queryByText('CMD ["/app"]')).toBeNull();
  });

  it('is not there when nothing can be fixed', async () => {
    const { container } = await renderInTestApp(
      <FixPlanSection plan={{ fixes: [], diff: '' }} score={41} />,
    );
    expect(within(container).queryByText('Fix plan')).toBeNull();
  });
});
