import DjetModel
import DjetStore
import Logging

extension Worker {
    /// The time after which a running job's ticket rings, and the interval of the checks.
    private static let patience = Duration.milliseconds(100)
    /// The longest a job may wait in the tray.
    private static let trayPatience = Duration.milliseconds(250)
    /// The longest a job may go on after it was told to stop.
    private static let deafness = Duration.seconds(5)

    /// Looks after the jobs as long as there are any.
    func oversee() {
        let mustBegin = state.withLock { state in
            defer { state.isOverseen = true }
            return !state.isOverseen
        }
        if mustBegin { Task(executorPreference: Reactor.shared) { await self.overseeUntilIdle() } }
    }

    private func overseeUntilIdle() async {
        while goesOn() {
            try? await Reactor.shared.sleep(for: Self.patience)
            await ringForLong()
            await handBackStale()
            await giveUpDeaf()
        }
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            state.isOverseen = runners.isBusy
            // The jobs' minute is over after one beat, or certainly after two.
            state.beatsToTally = 2
            return state.isOverseen
        }
    }

    /// Rings the tickets of jobs that have run for a while, once each, so that watchers see that they run.
    ///
    /// The claim itself does not ring: most jobs end before anybody could look, and a ring for each would
    /// slow the line down.
    private func ringForLong() async {
        let tickets = runners.takeLong(Self.patience)
        guard !tickets.isEmpty else { return }
        _ = try? await model.store.punctual.query(
            Connection.ring(tickets.map { model.queue.channel(of: $0) }, saying: JobQueue.moved))
    }

    /// Hands back jobs that were claimed in the belief that jobs are quick, so that other workers can run
    /// them.
    private func handBackStale() async {
        let stale = runners.takeStale(Self.trayPatience)
        guard !stale.isEmpty, let id = state.withLock({ $0.id }) else { return }
        await release(stale.map { ($0.ticket.number, $0.attempt) }, of: id)
    }

    /// Ends jobs whose code ignores that they were cancelled or timed out. Their slots stay taken, and the
    /// fence refuses whatever they still do.
    private func giveUpDeaf() async {
        guard !isStopping, let id = state.withLock({ $0.id }) else { return }
        for job in runners.takeDeaf(Self.deafness) {
            model.logger.error(
                "a job does not stop: its code takes no notice of being cancelled, and keeps its slot",
                metadata: ["job": "\(job.ticket)"])
            await report(deaf: job, by: id)
        }
    }

    private func report(deaf job: RunningJob, by id: Int) async {
        let statement = model.queue.fail(
            worker: id, id: job.ticket.number, attempt: job.attempt, failure: JobFailure.deaf.json, delay: nil
        )
        let ring = Connection.ring([model.queue.channel(of: job.ticket)])
        do {
            _ = try await model.store.punctual.withConnection {
                try await $0.exchangeToTheEnd([[statement], [ring]])
            }[0].get()
        } catch {
            model.logger.warning(
                "a job that does not stop was not reported; it will be once more",
                metadata: ["job": "\(job.ticket)", "error": "\(error)"])
            runners.takeBackDeaf(job)
        }
    }
}

extension JobFailure {
    /// The failure of a job that went on after it was told to stop.
    fileprivate static let deaf = JobFailure(
        type: "deaf",
        message:
            "it was told to stop, and went on: its code must check for cancellation (Task.checkCancellation)")
}
