import Foundation

extension SVGElement {
    /// The parts of a time that a picture shows.
    enum TimeForm: String {
        case clock, day, moment, second
    }

    /// Returns a time of UTC within a text; the page's script shows it in the reader's own time zone.
    static func time(_ date: Date, _ form: TimeForm) -> SVGElement {
        let text =
            switch form {
            case .clock: TimeChart.clock(date)
            case .day: TimeChart.day(date)
            case .moment: TimeChart.day(date) + " " + TimeChart.clock(date)
            case .second: TimeChart.day(date) + " " + TimeChart.clock(date, withSeconds: true)
            }
        return SVGElement(
            "tspan", ["data-time": date.ISO8601Format(), "data-form": form.rawValue], text: text)
    }
}
