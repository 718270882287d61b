import DjetModel
import DjetStore
import Logging

extension Worker {
    /// Hands back jobs that the database counts as this worker's and the worker does not know.
    func reconcile() async {
        do {
            await release(try await unknownJobs(), haveBegun: false)
            send(.reconciled)
        } catch {
            fail("cannot compare the jobs with the database's", error)
        }
    }

    private func unknownJobs() async throws -> [Claim] {
        // In this order, since a job moves from the runners to the answers to be stored.
        let known = Set(runners.claims + completions.claims)
        let held = try await model.store.punctual.query(model.queue.held(by: registration.number)).map {
            Claim(id: try $0.value(0), attempt: try $0.value(1))
        }
        let unknown = held.filter { !known.contains($0) }
        if !unknown.isEmpty {
            model.logger.warning(
                "jobs were claimed, and the answer was lost; they go back",
                metadata: ["jobs": "\(unknown.count)"])
        }
        return unknown
    }
}
