/// The live jobs that a job waits for, and those that wait for it.
public struct JobNeighbours: Codable, Sendable, Hashable {
    /// For these it waits; one that has ended is no longer among them.
    public var needs: [JobSummary]
    /// These wait for it.
    public var waiting: [JobSummary]
}
