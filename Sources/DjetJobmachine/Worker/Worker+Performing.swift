import DjetModel
import DjetStore
import Logging

/// The actions of a worker. Each tells by an event how it went.
extension Worker {
    func perform(_ action: WorkerState.Action) async {
        switch action {
        case .look(let look): await self.look(look)
        case .promote: await promote()
        case .reconcile: await reconcile()
        case .register: await registerAgain()
        case .findQueues: await findQueues()
        case .stopCancelled: await stopCancelled()
        case .oversee: await oversee()
        case .rollUp: await rollUp()
        case .handBack: handBack()
        case .releaseRest: await releaseRest()
        case .storeRest: await storeRest()
        case .close, .sleepUntil, .end: break
        }
    }

    private func promote() async {
        do {
            let answer = try await model.store.punctual.query(promotion)
            send(.promoted(nextIn: try nextDue(in: answer)))
        } catch {
            fail("cannot look for due jobs", error)
        }
    }

    /// The statement that lets due jobs join the line.
    var promotion: Statement { model.queue.promote(queueNames, doubts: doubts.withLock { $0 }) }

    /// Returns the seconds until the next job is due, if known, of the answer to `promotion`; and keeps the
    /// doubts in it for the next one.
    func nextDue(in answer: Rows?) throws -> Double? {
        guard let row = answer?.first else { return nil }
        let found: Int = try row.value("doubts")
        doubts.withLock { $0 = found }
        return try row.value("next_in", as: Double?.self)
    }

    /// Notes an error that keeps the worker from its jobs.
    func fail(_ what: String, _ error: any Error) {
        failures.note(.warning, what, error)
        send(.failed(isStruckOff: (error as? StoreError)?.sqlState == .workerNotRegistered))
    }

    /// Registers again after another worker took this one for dead and struck it off. Its jobs are lost to
    /// it, but it may go on with others.
    private func registerAgain() async {
        do {
            try await registration.renew()
        } catch {
            failures.note(.warning, "cannot register again", error)
        }
        send(.registered)
    }

    /// Finds the queues that have come into the branches of this worker.
    private func findQueues() async {
        do {
            let found = try await model.store.punctual.rows(
                model.queue.findQueues(of: registration.number), as: String.self)
            if !found.isEmpty { queues.withLock { $0 = found } }
            send(.foundQueues(found))
        } catch {
            if !Task.isCancelled {
                failures.note(.warning, "cannot find the queues of a branch; trying again", error)
            }
            send(.foundQueues(nil))
        }
    }

    private func stopCancelled() async {
        let ids = runners.claims.map(\.id)
        guard !ids.isEmpty else { return send(.cancelsHeard(succeeded: true)) }
        do {
            let statement = model.queue.cancelled(of: registration.number, ids: ids)
            runners.cancel(try await model.store.punctual.rows(statement, as: Int64.self))
            send(.cancelsHeard(succeeded: true))
        } catch {
            if !Task.isCancelled {
                failures.note(.warning, "cannot ask which jobs are cancelled; asking again", error)
            }
            send(.cancelsHeard(succeeded: false))
        }
    }

    /// On a connection of its own: the listening one would hear nothing meanwhile.
    private func rollUp() async {
        do {
            try await model.rollUp()
        } catch {
            model.logger.debug("not tallied; the next beat will do", metadata: ["error": "\(error)"])
        }
    }
}

// MARK: The end

extension Worker {
    /// Hands back the jobs that waited for a slot, and sends `idle` once none runs.
    func close(_ waiting: [Job]) async {
        await release(waiting)
        runners.tellWhenIdle()
    }

    private func handBack() {
        let rest = runners.claims
        guard !rest.isEmpty else { return }
        model.logger.info("handing jobs back", metadata: ["count": "\(rest.count)"])
        runners.cancel(rest.map(\.id))
    }

    private func releaseRest() async {
        await release(runners.claims, haveBegun: true)
        send(.idle)
    }

    private func storeRest() async {
        // A group that failed meanwhile has put its jobs back.
        await release(runners.close())
        await completions.settle(within: configuration.grace)
        send(.restStored)
    }

    /// Hands back jobs that lay in the tray. Only those that a group has put back there may have begun.
    func release(_ jobs: [Job]) async {
        for (haveBegun, jobs) in Dictionary(grouping: jobs, by: \.isAlone) {
            await release(jobs.map(\.claim), haveBegun: haveBegun)
        }
    }

    /// Hands jobs back to the line. If the code of one ignores its cancellation and still runs, the fence
    /// refuses whatever it does.
    func release(_ claims: [Claim], haveBegun: Bool) async {
        guard !claims.isEmpty else { return }
        let statement = model.queue.release(
            worker: registration.number, ids: claims.map(\.id), attempts: claims.map(\.attempt),
            haveBegun: haveBegun)
        do {
            let rings = queueNames.flatMap { model.queue.rings(of: $0) }
            try await model.store.punctual.exchange([statement], ringing: Connection.ring(rings))
        } catch {
            failures.note(.warning, "jobs were not handed back", error)
            send(.answerLost)
        }
    }
}
