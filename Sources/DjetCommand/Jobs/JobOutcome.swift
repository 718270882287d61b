import DjetModel
import DjetStore

/// What has become of a job.
struct JobOutcome: Encodable {
    let ticket: TicketID
    let status: JobStatus

    func show(json: Bool, _ sentence: String) throws {
        Terminal.output.line(json ? try JSON.text(of: self) : sentence)
    }
}
