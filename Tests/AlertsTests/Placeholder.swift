import Alerts
