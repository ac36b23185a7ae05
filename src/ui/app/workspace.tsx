/** The frame around every screen of an open file: header, navigation, the screen itself. */
import { Redirect, Route, Switch } from 'wouter';
import type { StoreStatus } from '../../contract/store-routes.ts';
import { BudgetScreen } from '../screens/budget/budget-screen.tsx';
import { PlanScreen } from '../screens/budget/plan/plan-screen.tsx';
import { FindingsScreen } from '../screens/findings/findings-screen.tsx';
import { HomeScreen } from '../screens/home/home-screen.tsx';
import { BatchScreen } from '../screens/import/batch-screen.tsx';
import { ImportScreen } from '../screens/import/import-screen.tsx';
import { PickedFilesProvider } from '../screens/import/picked-files.tsx';
import { JournalScreen } from '../screens/journal/journal-screen.tsx';
import { MatchingScreen } from '../screens/matching/matching-screen.tsx';
import { AuditScreen } from '../screens/matching/review/audit-screen.tsx';
import { ReviewScreen } from '../screens/matching/review/review-screen.tsx';
import { PacketScreen } from '../screens/packet/packet-screen.tsx';
import { RosterScreen } from '../screens/roster/roster-screen.tsx';
import { StageProvider } from '../screens/roster/stage/stage-context.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { SpendingScreen } from '../screens/spending/spending-screen.tsx';
import { TariffScreen } from '../screens/tariff/tariff-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import { parseRoster, places, planTabs } from './places.ts';
import { StoreProvider } from './store-context.tsx';
import classes from './workspace.module.css';

/** One open file; opening another one starts a fresh workspace. */
export function Workspace({ status }: { readonly status: StoreStatus }) {
  return (
    <StoreProvider status={status}>
      <PickedFilesProvider>
        <StageProvider>
          <div className={classes.workspace}>
            <button type="button" className={classes.skip} onClick={skipToMain}>
              Langsung ke isi
            </button>
            <Header />
            <Navigation />
            <main id="isi" className={classes.main} tabIndex={-1}>
              <ErrorBoundary>
                <Screens />
              </ErrorBoundary>
            </main>
          </div>
        </StageProvider>
      </PickedFilesProvider>
    </StoreProvider>
  );
}

/** The address belongs to the screens, so the focus is moved by hand. */
function skipToMain(): void {
  document.getElementById('isi')?.focus();
}

function Screens() {
  return (
    <Switch>
      <Route path={places.home} component={HomeScreen} />
      <Route path={places.imports} component={ImportScreen} />
      <Route path="/impor/:batchId">
        {({ batchId }) => <BatchScreen key={batchId} batchId={Number(batchId)} />}
      </Route>
      <Route path="/daftar/:roster/:filter?">
        {({ roster: name, filter }) => {
          const roster = parseRoster(name);
          if (roster === undefined) return <Redirect to={places.home} />;
          return <RosterScreen key={roster} roster={roster} address={filter} />;
        }}
      </Route>
      <Route path={places.matching} component={MatchingScreen} />
      <Route path={places.review} component={ReviewScreen} />
      <Route path="/temuan/:tab?/:code?">
        {({ tab, code }) => <FindingsScreen tab={tab} code={code} />}
      </Route>
      <Route path={places.audit} component={AuditScreen} />
      <Route path={places.budget} component={BudgetScreen} />
      <Route path={places.spending} component={SpendingScreen} />
      <Route path={places.tariff} component={TariffScreen} />
      <Route path="/anggaran/rencana/:tab?">
        {({ tab }) => <PlanScreen tab={planTabs.find((one) => one === tab) ?? 'banding'} />}
      </Route>
      <Route path={places.packet} component={PacketScreen} />
      <Route path={places.journal} component={JournalScreen} />
      <Route path={places.settings} component={SettingsScreen} />
      <Route>
        <Redirect to={places.home} />
      </Route>
    </Switch>
  );
}
