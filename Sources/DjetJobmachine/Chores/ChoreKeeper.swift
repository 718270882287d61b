import DjetModel
import DjetStore
import Logging

/// Runs the chores of a program's parts that are due, beside a worker's jobs.
///
/// It sleeps until the first one is due. It looks again when a run has ended, and when workers come or go:
/// the chores of one that died can be claimed.
final class ChoreKeeper: Sendable {
    /// The time before it looks again after a look that failed.
    private static let patience = Duration.seconds(30)

    private let model: Model
    private let chores: [String: Chore]
    private let failures: FailureLog
    private let isStopping: @Sendable () -> Bool
    private let looks: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init(
        _ model: Model, _ chores: [Chore], _ failures: FailureLog, isStopping: @escaping @Sendable () -> Bool
    ) {
        self.model = model
        self.chores = Dictionary(chores.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        self.failures = failures
        self.isStopping = isStopping
        (looks, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Works until its task is cancelled, or the listener is closed. Without chores it does nothing.
    func run(as worker: Int) async {
        guard !chores.isEmpty else { return }
        let rings = model.store.listener.listen(to: [model.queue.workersChannel]) { [continuation] ring in
            if ring == nil { continuation.finish() } else { continuation.yield() }
        }
        await withDiscardingTaskGroup { group in
            let alarm = Alarm { [continuation] in continuation.yield() }
            for await _ in looks where !isStopping() {
                alarm.cancel()
                let (claims, wait) = await look(as: worker)
                for claim in claims {
                    group.addTask { await self.perform(claim, as: worker) }
                }
                if let wait { alarm.set(after: wait) }
            }
        }
        withExtendedLifetime(rings) {}
    }

    /// Claims the chores that are due, and returns them with the time until the next one is.
    private func look(as worker: Int) async -> (claims: [ChoreClaim], wait: Duration?) {
        let names = chores.keys.sorted()
        var claims: [ChoreClaim] = []
        do {
            claims = try await model.store.punctual.rows(model.queue.claimChores(names, worker: worker))
            let seconds = try await model.store.punctual.first(
                model.queue.nextChore(names), as: Double?.self)
            return (claims, (seconds ?? nil).map { .bounded(seconds: $0) })
        } catch {
            if !Task.isCancelled {
                failures.note(.warning, "cannot look for due chores; trying again", error)
            }
            return (claims, Self.patience)
        }
    }

    /// Runs a chore and reports how it ended. A run that ends because the worker stops is not reported: the
    /// chore can be claimed as soon as the worker is gone.
    private func perform(_ claim: ChoreClaim, as worker: Int) async {
        guard let chore = chores[claim.name] else { return }
        let run: @Sendable () async throws -> Void = { [model] in try await chore.body(model) }
        var failure: String?
        do {
            try await within(chore.limit, run)
        } catch {
            guard !Task.isCancelled else { return }
            failure = JobFailure(error).message
            model.logger.error("a chore failed", metadata: ["chore": "\(chore.name)", "error": "\(error)"])
        }
        do {
            let statement = model.queue.endChore(claim, worker: worker, error: failure)
            try await model.store.punctual.query(statement)
        } catch {
            failures.note(.warning, "the end of a chore was not reported; it will run again", error)
        }
        continuation.yield()
    }
}
