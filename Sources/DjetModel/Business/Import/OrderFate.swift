/// What becomes of an order's lines that does not go without saying: they are not simply booked with the part of the
/// file in which they lie.
package enum OrderFate: Sendable, Equatable {
    /// Others of its lines lie in other parts: they are booked together.
    case spread

    /// None of its lines is booked, for this reason.
    case refused(String)
}
