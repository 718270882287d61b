/// The live jobs that a job waits for, and those that wait for it.
public struct JobNeighbours: Codable, Sendable, Hashable {
    /// The jobs that it waits for. Ended ones are no longer among them.
    public var needs: [JobSummary]
    /// The jobs that wait for it.
    public var waiting: [JobSummary]
}
