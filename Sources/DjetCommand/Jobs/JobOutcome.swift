import DjetModel
import DjetStore

/// A job's ticket, and the status in which a command left it.
struct JobOutcome: Encodable {
    let ticket: TicketID
    let status: JobStatus

    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try JSON.text(of: self) : sentence)
    }
}
