import DjetModel
import DjetStore

extension ServerEvent {
    /// What happened to a job: `state`, `progress`, `log` or, at its end, `reply`.
    init(_ event: TicketEvent) throws {
        switch event.content {
        case .state(let state):
            self.init(id: "\(event.id)", name: "state", data: try JSON.text(of: state))
        case .progress(let progress):
            self.init(id: "\(event.id)", name: "progress", data: try JSON.text(of: progress))
        case .log(let line):
            self.init(id: "\(event.id)", name: "log", data: try JSON.text(of: line))
        case .reply(let reply):
            self.init(id: "\(event.id)", name: "reply", data: "{\"reply\":\(reply ?? "null")}")
        }
    }
}
