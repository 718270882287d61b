import Foundation

/// A part of Djet that a run goes without, to see that the checks notice: `DJET_CHAOS_WITHOUT=fence` or `ring`.
///
/// Nothing of Djet itself knows of it: the fence is taken out of the run's own database, the rings out of its proxy.
enum Omission: String, Sendable {
    /// Whoever reports on a job is believed.
    case fence
    /// No ring arrives anywhere, except those that a listener sends itself to prove that they do.
    case ring

    static var chosen: Omission? {
        ProcessInfo.processInfo.environment["DJET_CHAOS_WITHOUT"].flatMap(Omission.init)
    }
}
