import DjetJSON
import DjetModel
import Foundation

extension JobDetailsPage {
    init(
        _ details: TicketDetails, _ life: JobLife, _ neighbours: JobNeighbours, _ visit: Visit
    ) {
        let job = details.job
        let (base, now) = (visit.path(), visit.model.now)
        let line = ListedJob(job.summary, below: base, now: now)
        let (maySee, mayOperate) = (visit.may(.arguments), visit.may(.operate))
        // The record of an attempt has the whole failure, the job only its type and message.
        let failure = life.attempts.last { $0.attempt == job.attempt }?.error ?? job.error
        let hasFailed = job.status != .finished
        let paths = mayOperate ? job.actionPaths(below: line.path) : [:]
        self.init(
            job: line, isLive: !job.status.isEnded, locale: job.locale,
            unique: maySee ? job.unique?.description : nil, expires: job.expires,
            timeout: job.timeout.map { $0 / .seconds(1) },
            tags: job.tags.map { JobTag($0, below: base) },
            group: job.group.map { JobGroup($0, below: base) }, note: job.note, waitedSeconds: job.waited,
            progress: job.progress, errorTitle: hasFailed ? failure?.title : nil,
            errorType: hasFailed ? job.errorType : nil,
            errorMessage: hasFailed ? job.errorMessage.map(JobPart.beginning) : nil,
            attempts: life.attempts.map(Attempt.init), log: details.snapshot.lines,
            needs: neighbours.needs.map { ListedJob($0, below: base, now: now) },
            waiting: neighbours.waiting.map { ListedJob($0, below: base, now: now) },
            flow: ShownFlow(neighbours.flow, below: base),
            timeline: JobTimeline(job.summary, life, details.signals, now: now),
            signals: details.signals.map { ShownSignal($0, below: line.path, visit) },
            arguments: maySee ? TicketPage.value(job.arguments) : nil,
            reply: maySee ? job.reply.map(TicketPage.value) : nil,
            cut: CutPart.all(of: job, below: line.path, maySee ? JobPart.allCases : [.progress, .error]),
            files: maySee ? details.files.map { TicketPage.Download($0, below: line.path) } : [],
            eventsPath: "\(line.path)/events",
            cancelPath: paths[.cancel], retryPath: paths[.retry], deletePath: paths[.delete],
            againPath: mayOperate ? "\(line.path)/again" : nil, form: nil)
    }

    /// Returns the page with its form for people; without it for programs.
    func shown(
        _ job: JobDetails, _ visit: Visit, typed: String? = nil, fault: String? = nil
    ) -> JobDetailsPage {
        guard visit.wantsHTML else { return self }
        var copy = self
        let base = visit.path()
        let maySee = visit.may(.arguments)
        let isCut = job.isCut(.arguments)
        // A form would send back the word that stands in the place of a secret.
        let hasSecrets = visit.model.functions[job.kind].map { $0.secret != .nothing } ?? false
        let text = JobPart.beginning(of: job.arguments)
        let pretty = isCut ? nil : (try? JSONReader.tree(of: text).pretty())
        let arguments = maySee ? pretty ?? text : ""
        copy.form = JobDetailsExtras(
            mayOperate: visit.may(.operate), maySeeArguments: maySee,
            mayChange: visit.may(.operate) && !isCut && !hasSecrets, arguments: typed ?? arguments,
            fault: fault, unique: maySee ? job.unique.map { UniqueForm($0) } : nil,
            flow: flow.map { FlowChart($0, in: visit.words).svg },
            timeline: TimelineChart(timeline: timeline, words: visit.words).svg,
            shown: maySee ? job.reply.map { shown($0, of: job.kind, visit) } : nil,
            workerPath: self.job.worker.map { "\(base)?worker=\($0)" },
            ownerPath: self.job.owner.map { "\(base)?user=\(Percent.encoded($0))" },
            tenantPath: self.job.tenant.map { base + JobSearch(tenant: $0).question() },
            kindPath: "\(base)?kind=\(Percent.encoded(job.kind))",
            queuePath: "\(base)?queue=\(Percent.encoded(job.queue))")
        return copy
    }

    private func shown(_ reply: String, of kind: String, _ visit: Visit) -> ShownReply {
        ShownReply(reply, of: visit.model.functions[kind]) { [files] file in
            files.first { $0.file == file.id }?.path
        }
    }
}

extension JobDetails {
    /// Returns the addresses of the actions that can change it.
    fileprivate func actionPaths(below path: String) -> [BulkAction: String] {
        let possible = BulkAction.allCases.filter { action in
            action.statuses.contains(summary.status) && !(action == .cancel && summary.cancelRequested)
        }
        return Dictionary(uniqueKeysWithValues: possible.map { ($0, "\(path)/\($0.rawValue)") })
    }
}

extension JobSummary {
    /// The seconds from the time when it could run to its claim; nil before the claim.
    fileprivate var waited: Double? {
        claimedAt.flatMap { $0.seconds(since: max(runAt, offloadedAt)) }
    }
}

extension JobDetailsPage.Attempt {
    fileprivate init(_ attempt: AttemptRecord) {
        self.init(
            number: attempt.attempt, worker: attempt.worker, startedAt: attempt.startedAt,
            endedAt: attempt.endedAt,
            seconds: attempt.endedAt.seconds(since: attempt.startedAt) ?? 0,
            errorTitle: attempt.error.title, errorType: attempt.error.type, message: attempt.error.message)
    }
}

extension JobGroup {
    init(_ id: GroupID, below base: String) {
        self.init(id: id, path: base + JobSearch(group: id).question())
    }
}

extension JobTag {
    fileprivate init(_ tag: String, below base: String) {
        self.init(tag: tag, path: base + JobSearch(tag: tag).question())
    }
}
