import DjetStore
import Foundation

/// Copies the notes from outside the database into it: the journals of all processes, and the faults.
struct Evidence: Sendable {
    let store: Store
    let scene: Scene
    let log: FaultLog

    func gather() async throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: scene.journals) {
            let text = FileManager.default.contents(atPath: "\(scene.journals)/\(name)") ?? Data()
            // A process that was killed may have left half a line.
            let end = text.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.startIndex
            try await store.copyIn(
                "copy chaos.said (word, job, number, process, text) from stdin", bytes: Array(text[..<end]))
        }
        for fault in log.records + log.hits {
            for process in fault.processes.map({ $0.map(Optional.some) }) ?? [nil] {
                try await note(fault, process)
            }
        }
        // Checks search by job, and by the number that a parcel shares with its dispatch.
        try await store.withConnection { connection in
            try await connection.run(
                script: """
                    create index on jobmachine.history (((arguments ->> 'number')::bigint));
                    create index on jobmachine.history (worker, finished_at);
                    create index on jobmachine.history (((environment ->> 'group')::bigint));
                    create index on chaos.atomic_effect (job);
                    create index on chaos.detached_effect (job, at);
                    create index on chaos.sale_effect (invoice);
                    create index on chaos.said (job);
                    analyze jobmachine.history, jobmachine.job_group, chaos.atomic_effect, chaos.step_effect,
                      chaos.detached_effect, chaos.sale_effect, chaos.outcome, chaos.said, accounting.invoice;
                    """)
        }
    }

    private func note(_ fault: FaultRecord, _ process: Int32?) async throws {
        try await store.query(
            """
            insert into chaos.fault (kind, process, began_at, ended_at, detail)
            values (\(fault.kind.rawValue), \(process)::integer, \(fault.began), \(fault.ended), \(fault.detail))
            """)
    }
}
