import DjetModel
import DjetStore

/// Jobs that are parked until they are signalled.
struct Parking: Sendable {
    /// The clients that signal at the same time.
    static let clients = 8

    let model: Model
    let count: Int

    /// Offloads the jobs, and returns their tickets when all are parked.
    func park() async throws -> [TicketID] {
        let tickets = try await model.offload((0..<count).map { Steps(number: $0, waits: true) })
        try await until(
            {
                try await model.store.first(
                    "select count(*) from jobmachine.job where worker is null and position is null",
                    as: Int.self) == count
            }, orElse: "jobs that wait for a signal are not parked")
        return tickets.map(\.id)
    }

    /// Signals all, one by one for each client.
    func signal(_ tickets: [TicketID]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for client in 0..<Self.clients {
                tasks.addTask {
                    for place in stride(from: client, to: tickets.count, by: Self.clients) {
                        try await model.sendSignal(Steps.signal, true, to: tickets[place])
                    }
                }
            }
            try await tasks.waitForAll()
        }
    }

    /// Waits until no job is live. Throws `BenchError` unless all have finished.
    func untilFinished(in bench: Bench) async throws {
        try await until(
            { try await model.store.first("select count(*) from jobmachine.job", as: Int.self) == 0 },
            orElse: "stepwise jobs have not ended")
        try await bench.line(of: model).expectFinished(count)
    }
}
