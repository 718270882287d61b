import DjetModel
import DjetStore
import Logging

extension Worker {
    /// The longest a job may wait in the tray.
    private static let trayPatience = Duration.milliseconds(250)
    /// The longest a job may go on after it was told to stop.
    private static let stopPatience = Duration.seconds(5)

    /// Looks after the running jobs once.
    func oversee() async {
        await ringForLong()
        await handBackStale()
        await giveUpUnresponsive()
        send(.overseen(isBusy: runners.isBusy))
    }

    /// Does Djet's own chores at the start if they are due: the first beat comes a minute later.
    func doDueChores(_ id: Int) async {
        do {
            let statement = model.queue.doDueChores(id, retention: configuration.retention)
            try await model.store.punctual.query(statement)
        } catch {
            guard !Task.isCancelled else { return }
            failures.note(.warning, "the chores that are due were not done; the next beat will do", error)
        }
    }

    /// Rings the tickets of jobs that have run for a while, once each, so that watchers see that they run.
    ///
    /// The claim itself does not ring: most jobs end before anybody could look, and a ring for each would
    /// slow the line down.
    private func ringForLong() async {
        let tickets = runners.takeLong(Oversight.interval)
        guard !tickets.isEmpty else { return }
        _ = try? await model.store.punctual.query(
            Connection.ring(tickets.map { model.queue.channel(of: $0) }, saying: JobQueue.moved))
    }

    /// Hands back jobs that were claimed in the belief that jobs are quick, so that other workers can run
    /// them.
    private func handBackStale() async {
        await release(runners.takeStale(Self.trayPatience))
    }

    /// Ends jobs whose code ignores that they were cancelled or timed out. Their slots stay taken, and the
    /// fence refuses whatever they still do.
    private func giveUpUnresponsive() async {
        guard !isStopping else { return }
        for job in runners.takeUnresponsive(Self.stopPatience) {
            model.logger.error(
                "a job does not stop: its code takes no notice of being cancelled, and keeps its slot",
                metadata: ["job": "\(job.ticket)"])
            await report(unresponsive: job)
        }
    }

    private func report(unresponsive job: RunningJob) async {
        let statement = model.queue.fail(
            worker: registration.number, id: job.ticket.number, attempt: job.attempt,
            failure: JobFailure.unresponsive.json, delay: nil)
        let ring = Connection.ring([model.queue.channel(of: job.ticket)])
        do {
            try await model.store.punctual.exchange([statement], ringing: [ring])
        } catch {
            model.logger.warning(
                "a job that does not stop was not reported; it will be once more",
                metadata: ["job": "\(job.ticket)", "error": "\(error)"])
            runners.takeBackUnresponsive(job)
        }
    }
}

extension JobFailure {
    /// The failure of a job that went on after it was told to stop.
    fileprivate static let unresponsive = JobFailure(
        type: "unresponsive",
        message:
            "it was told to stop, and went on: its code must check for cancellation (Task.checkCancellation)")
}
