import DjetJSON
import DjetModel

extension ServerEvent {
    /// Creates the event of a job: `state`, `progress`, `log` or, at its end, `reply`. A long reply is cut to
    /// its first 64 kB as a text, with the path of the whole.
    init(_ event: TicketEvent, replyPath: String) throws {
        switch event.content {
        case .state(let state):
            self.init(id: "\(event.id)", name: "state", data: try JSON.text(of: state))
        case .progress(let progress):
            self.init(id: "\(event.id)", name: "progress", data: try JSON.text(of: progress))
        case .log(let line):
            self.init(id: "\(event.id)", name: "log", data: try JSON.text(of: line))
        case .reply(let reply?) where event.wholeSize != nil:
            let cut = CutPart(what: .reply, size: event.wholeSize ?? 0, path: replyPath)
            let told = CutReply(reply: JobPart.beginning(of: reply), cut: [cut])
            self.init(id: "\(event.id)", name: "reply", data: try JSON.text(of: told))
        case .reply(let reply):
            self.init(id: "\(event.id)", name: "reply", data: "{\"reply\":\(reply ?? "null")}")
        }
    }
}

/// The data of a reply that is cut.
private struct CutReply: Encodable {
    var reply: String
    var cut: [CutPart]
}
