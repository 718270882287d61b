import Foundation

/// The marks of an axis: from 0 to at least the greatest value, in round steps.
struct ChartScale: Sendable, Hashable {
    /// The distance between two marks.
    let step: Double
    /// The number of steps.
    let count: Int

    /// Creates about four marks for values up to `greatest`. No step is smaller than `smallestStep`: half a
    /// job does not exist.
    init(upTo greatest: Double, smallestStep: Double = 1e-6) {
        let greatest = greatest.isFinite ? max(greatest, smallestStep) : smallestStep
        let rough = greatest / 4
        let power = pow(10, floor(log10(rough)))
        let factor = [1, 2, 5].first { $0 * power >= rough * 0.999_999 } ?? 10
        step = max(factor * power, smallestStep)
        count = max(Int((greatest / step - 1e-6).rounded(.up)), 1)
    }

    /// The value of the last mark.
    var top: Double { step * Double(count) }

    /// The values of the marks, from 0.
    var marks: [Double] { (0...count).map { Double($0) * step } }
}
