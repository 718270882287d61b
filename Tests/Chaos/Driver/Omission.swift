import Foundation

/// A part of Djet that a run goes without, to prove that the checks notice: `DJET_CHAOS_WITHOUT=fence` or
/// `ring`.
///
/// Djet itself has no such switch: the fence is taken out of the run's own database, the rings out of its
/// proxy.
enum Omission: String, Sendable {
    /// Every report on a job is believed.
    case fence
    /// No ring arrives, except those by which a listener tests itself.
    case ring

    static var chosen: Omission? {
        ProcessInfo.processInfo.environment["DJET_CHAOS_WITHOUT"].flatMap(Omission.init)
    }
}
