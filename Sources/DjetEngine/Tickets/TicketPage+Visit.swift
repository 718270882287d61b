import DjetJSON
import DjetModel
import Foundation

extension TicketPage {
    /// Creates the page for a visitor, who may see the ticket.
    init(_ details: TicketDetails, _ visit: Visit) {
        let (snapshot, job, files) = (details.snapshot, details.job, details.files)
        let state = snapshot.state
        let ticket = state.ticket.description
        let path = visit.path(ticket)
        let mayCancel = visit.may(.operate) || job.user == visit.user?.name
        self.init(
            ticket: ticket, kind: state.kind, status: state.status, isLive: !state.status.isEnded,
            isScheduled: state.status == .scheduled, attempt: state.attempt, attemptLimit: state.attemptLimit,
            waitingFor: state.waitingFor,
            cancelRequested: state.cancelRequested, offloadedAt: state.offloadedAt, runAt: state.runAt,
            claimedAt: state.claimedAt, finishedAt: state.finishedAt,
            seconds: state.finishedAt.flatMap { end in
                state.claimedAt.flatMap { end.seconds(since: $0) }
            },
            progress: snapshot.progress.map { Progress(done: $0.done, of: $0.of, note: $0.note) },
            errorType: state.errorType, error: state.error.map(JobPart.beginning), log: snapshot.lines,
            arguments: Self.value(job.arguments), reply: snapshot.reply.map(Self.value),
            cut: CutPart.all(of: job, below: path), files: files.map { Download($0, below: path) },
            signals: details.signals.map { ShownSignal($0, below: path, visit) },
            path: path,
            eventsPath: "\(path)/events?after=\(snapshot.position)",
            cancelPath: mayCancel && !state.status.isEnded && !state.cancelRequested
                ? "\(path)/cancel" : nil,
            shown: visit.wantsHTML
                ? snapshot.reply.map { Self.shown($0, state.kind, files, path, visit) } : nil)
    }

    /// Returns the page for somebody who sees the job at another path, where its values are not shown.
    func withoutValues(at path: String) -> TicketPage {
        var page = self
        (page.path, page.eventsPath, page.cancelPath) = (path, "\(path)/events", nil)
        (page.arguments, page.reply, page.shown) = (.null, nil, nil)
        (page.cut, page.files) = ([], [])
        return page
    }

    private static func shown(
        _ reply: String, _ kind: String, _ files: [File], _ path: String, _ visit: Visit
    ) -> ShownReply {
        ShownReply(reply, of: visit.model.functions[kind]) { file in
            files.contains(file) ? Download(file, below: path).path : nil
        }
    }

    /// Returns JSON as a value; as a text if it is nested too deeply, or is cut to the beginning of a longer
    /// value.
    static func value(_ text: String) -> JSONValue {
        guard text.utf8.count <= JobPart.shown else { return .text(JobPart.beginning(of: text)) }
        guard (try? JSONReader.tree(of: "[[[\(text)]]]")) != nil,
            let value = try? JSON.value(JSONValue.self, from: text)
        else { return .text(text) }
        return value
    }
}

extension TicketPage.Download {
    init(_ file: File, below path: String) {
        self.init(
            file: file.id, name: ContentDisposition.plain(file.name), mimeType: file.mimeType,
            size: file.size,
            path: "\(path)/files/\(file.id)/\(Percent.encoded(ContentDisposition.plain(file.name)))",
            isImage: MediaName.isImage(file.mimeType))
    }
}
