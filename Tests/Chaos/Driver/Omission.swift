import DjetTestSupport
import Foundation

/// A part of Djet that a run goes without, to prove that the checks notice: `DJET_CHAOS_WITHOUT=fence`,
/// `ring` or `count`.
///
/// Djet itself has no such switch: fence and count are taken out of the run's own database, the rings out of
/// its proxy.
enum Omission: String, Sendable {
    /// Every report on a job is believed.
    case fence
    /// No ring arrives, except those by which a listener tests itself.
    case ring
    /// The jobs of groups are not counted: groups end too early, or never.
    case count

    /// The changes that take it out of a database; none if it is elsewhere.
    var changes: [FunctionChange] {
        switch self {
        case .fence: WithoutFence.changes
        case .ring: []
        case .count: WithoutCount.changes
        }
    }

    static var chosen: Omission? {
        ProcessInfo.processInfo.environment["DJET_CHAOS_WITHOUT"].flatMap(Omission.init)
    }
}
