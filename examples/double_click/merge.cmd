@echo off
set chronolator=%USERPROFILE%\Chronolator
cd /d "%~dp0" & if not exist "%chronolator%\.venv\Scripts\chron.exe" (py -m venv "%chronolator%\.venv" && "%chronolator%\.venv\Scripts\pip" install --quiet "%chronolator%")
"%chronolator%\.venv\Scripts\chron" merge & pause
