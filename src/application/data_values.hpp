/// \file
/// JSON pieces that the ranking and the figures share.
#pragma once

#include <span>

#include "kreds/application/pipeline.hpp"
#include "kreds/document/value.hpp"

namespace kreds::application {

/// Rounded to twelve decimals: what lies behind them is not the same on every machine.
document::Value number(double value);
document::Value value_of(const analysis::Interval& interval);
document::Value value_of(const network::StatementRef& from);
document::Value value_of(std::span<const network::StatementRef> from);
document::Value texts(std::span<const std::string> all);

/// What every result says of its origin: case, version, date, audience, catalogue, interviews, who was not heard.
document::Object origin(const Analysed& analysed, const Tool& tool);

/// JSON in which no character can steer a terminal.
std::string to_json(const document::Value& value);
/// The same on one line, without a newline at its end.
std::string to_json_line(const document::Value& value);

}  // namespace kreds::application
