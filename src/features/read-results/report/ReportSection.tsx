export function ReportSection() {
  return null;
}
