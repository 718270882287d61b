import DjetModel
import DjetStore
import Foundation

/// The end of a run, when nothing is broken any more: the offloading stops, the jobs are worked off, and the
/// workers leave.
struct Finale: Sendable {
    let stage: Stage
    let settings: Settings

    init(_ stage: Stage, _ settings: Settings) {
        self.stage = stage
        self.settings = settings
    }

    func run() async throws {
        say("  the last fault is over; the lines are worked off")
        await stage.crew.dismiss(.offloader, within: .seconds(30))
        await stage.crew.dismiss(.engine, within: settings.patience + .seconds(30))
        try await stage.store.query("select jobmachine.pause_schedule(\(Tick.schedule.name))")
        try await workOff()
        await stage.noteWorkers()
        await stage.crew.dismiss(.worker, within: .seconds(30))
    }

    /// Waits until no job is live, or until the number of live jobs has not changed for the patience.
    private func workOff() async throws {
        var last = -1
        var since = ContinuousClock.now
        while since.duration(to: .now) < settings.patience {
            let live = try? await stage.store.first("select count(*) from jobmachine.job", as: Int.self)
            if live == 0 { return }
            if let live, live != last { (last, since) = (live, .now) }
            try await Task.sleep(for: .milliseconds(200))
        }
        await tellWhatStays()
    }

    /// Prints the jobs that stay, before the workers leave and bring all they hold back to the line.
    private func tellWhatStays() async {
        let rows = try? await stage.store.rows(
            """
            select format(
              'job %s (%s) of worker %s (%s, seen %s ago), attempt %s, claimed %s ago, run_at %s, position %s, waits for %s',
              j.id, j.kind, j.worker, coalesce('process ' || w.pid, 'struck off'), now() - w.seen_at, j.attempt,
              now() - j.claimed_at, j.run_at, j.position, j.waiting_for)
            from jobmachine.job j
            left join jobmachine.worker w on w.id = j.worker
            order by j.id
            limit 20
            """, as: String.self)
        for row in rows ?? [] { say("  does not end: \(row)") }
    }
}
