import DjetModel
import DjetStore
import Logging

extension Worker {
    /// A job in one of its attempts: another attempt at a known job is unknown, too.
    private struct Claim: Hashable {
        let id: Int64
        let attempt: Int
    }

    /// Hands back jobs that the database counts as this worker's and the worker does not know.
    func reconcile() async {
        do {
            await release(try await unknownJobs())
            send(.reconciled)
        } catch {
            fail("cannot compare the jobs with the database's", error)
        }
    }

    private func unknownJobs() async throws -> [(id: Int64, attempt: Int)] {
        // In this order, since a job moves from the runners to the answers to be stored.
        let known = Set((runners.jobs + completions.jobs).map { Claim(id: $0.id, attempt: $0.attempt) })
        let held = try await model.store.punctual.query(model.queue.held(by: registration.number)).map {
            (id: try $0.value(0, as: Int64.self), attempt: try $0.value(1, as: Int.self))
        }
        let unknown = held.filter { !known.contains(Claim(id: $0.id, attempt: $0.attempt)) }
        if !unknown.isEmpty {
            model.logger.warning(
                "jobs were claimed, and the answer was lost; they go back",
                metadata: ["jobs": "\(unknown.count)"])
        }
        return unknown
    }
}
