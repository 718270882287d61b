import DjetModel
import DjetStore
import Foundation

/// The chore of the run. Each of its runs leaves a row with the number that the chore then has, and notes its
/// end there.
enum Sweep {
    /// It comes every second, and is soon free if the report of a run is lost.
    static let chore = Chore("sweep", every: .seconds(1), limit: .seconds(2)) { model in
        let row = try await model.database.first(
            """
            insert into chaos.sweep_effect (run, process)
            select c.run, \(getpid())::integer from jobmachine.chore c where c.name = 'sweep'
            returning id
            """, as: Int.self)
        // The work of the chore, long enough for faults to hit it.
        try await Task.sleep(for: .milliseconds(200))
        try await model.database.query(
            "update chaos.sweep_effect set ended_at = clock_timestamp() where id = \(row)::bigint")
    }
}
